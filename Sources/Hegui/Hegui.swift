/// The version of the engine, as reports state it.
public let engineVersion = "0.1.0"
