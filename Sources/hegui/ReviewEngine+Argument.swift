public import ArgumentParser
public import Hegui

extension ReviewEngine: ExpressibleByArgument {}
