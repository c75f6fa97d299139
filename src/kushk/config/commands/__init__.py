"""One module a command: ``configure(parser)`` names its arguments, ``run(parsed)`` returns the exit status."""
