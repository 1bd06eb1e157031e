/// One missing piece of data, named by the host.
public struct UnknownCause: Hashable, Sendable {
    /// A key by which the host finds the missing cell again, such as `members/12/registered_on`.
    public var key: String

    /// Makes a cause that the host can find again by `key`.
    public init(key: String) {
        self.key = key
    }
}
