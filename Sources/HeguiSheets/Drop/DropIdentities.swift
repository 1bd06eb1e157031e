/// The files of a drop by what they are, under whatever path they are met.
package struct DropIdentities {
    private let names: [FileIdentity: String]
    private var others: Set<FileIdentity> = []

    /// - Complexity: linear in the number of files, each of which is looked up.
    package init(_ drop: DropListing) {
        var names: [FileIdentity: String] = [:]
        for file in drop.found {
            if let identity = file.source.identity { names[identity] = file.name }
        }
        self.names = names
    }

    /// Returns the name of the drop's file that `source` is; nil for one that is none of them.
    package func name(of source: FileSource) -> String? {
        source.identity.flatMap { names[$0] }
    }

    /// Notes a file; returns whether it was not noted before.
    package mutating func add(_ source: FileSource) -> Bool {
        guard let identity = source.identity else { return true }
        return others.insert(identity).inserted
    }
}
