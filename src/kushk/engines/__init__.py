"""What can be swapped: speech now; each kind has one interface and one module or package an engine. No Django here."""
