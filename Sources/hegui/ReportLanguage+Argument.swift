public import ArgumentParser
public import Hegui

extension ReportLanguage: ExpressibleByArgument {}
