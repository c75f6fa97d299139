"""What changes the library: one verb a function, one transaction each."""
