"""The figures as Excel workbooks, for people: both languages, real numbers, real dates."""
