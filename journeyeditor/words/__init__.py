"""Words for people: gettext catalogues, dates and numbers, in English and French."""
