import ArgumentParser
import Hegui

extension ReportLanguage: @retroactive ExpressibleByArgument {}
