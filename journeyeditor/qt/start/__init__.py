"""The start page: templates and examples with their pictures, recent files, and ways to open what there is."""
