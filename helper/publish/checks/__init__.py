"""What a schema cannot say, one kind of slip a file: the files of a partnership in, its problems out. `check` asks them all."""
