public import ArgumentParser
public import Hegui

extension ReminderFormat: ExpressibleByArgument {}
