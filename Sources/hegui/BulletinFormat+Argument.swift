public import ArgumentParser
public import Hegui

extension BulletinFormat: ExpressibleByArgument {}
