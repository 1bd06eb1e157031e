public import ArgumentParser
public import Hegui

extension ComparisonFormat: ExpressibleByArgument {}
