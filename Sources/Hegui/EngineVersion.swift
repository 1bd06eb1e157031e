/// The version of the engine, as reports and `hegui --version` state it.
public let engineVersion = "0.1.0"
