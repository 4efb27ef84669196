"""journey + theme + paper -> Drawing. Opens no file, changes no journey."""
