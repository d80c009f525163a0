"""The command line: one module a command. Nothing is imported here, so that each stays quick."""
