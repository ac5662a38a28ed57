"""The bank holidays of England and Wales, as GOV.UK lists them, from the package that carries its list; no network."""

from govuk_bank_holidays.bank_holidays import BankHolidays

SOURCE = "GOV.UK bank holidays, England and Wales"


def bank_holidays() -> dict[str, object]:
    """Give the known bank holidays as plain data: date (YYYY-MM-DD) to name, and where the list comes from."""
    listed = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    days = {holiday["date"].isoformat(): str(holiday["title"]) for holiday in listed}
    return {"source": SOURCE, "days": dict(sorted(days.items()))}
