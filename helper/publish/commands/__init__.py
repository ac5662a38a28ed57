"""What the command line can do, a module a command: its name, what it is for, its arguments, and what it says."""
