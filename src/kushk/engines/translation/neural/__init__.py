"""Neural translation by CTranslate2: models that were added to a folder, computed in a process of their own."""
