"""Drawing -> pdf (ReportLab), svg, png. Painters are dumb: they know no journey."""
