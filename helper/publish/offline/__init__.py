"""The offline copy: the files of a built site in, one zip out that is opened from a disk, with no server and no network."""
