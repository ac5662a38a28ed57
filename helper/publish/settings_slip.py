"""A slip in the settings of a copy, in the words of whoever set it."""


class BadSetting(Exception):
    """The file, the setting, what is wrong with it, and its mend."""

    def __init__(self, file: str, setting: str, what: str, mend: str) -> None:
        """Say it in two lines."""
        super().__init__(f"{file}: {setting} {what}.\nMend: {mend}")
