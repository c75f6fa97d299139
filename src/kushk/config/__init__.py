"""Boot: settings, addresses, the command line; the only room that knows every other."""
