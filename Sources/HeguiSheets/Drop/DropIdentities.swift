/// The files of a drop by what they are, under whatever path they are met.
package struct DropIdentities {
    private let names: [FileIdentity: String]
    private var others: Set<FileIdentity> = []

    /// - Complexity: linear in the number of files, each of which is looked up.
    package init(_ drop: DropListing) {
        var names: [FileIdentity: String] = [:]
        for file in drop.found {
            guard case .success(let status) = FileStatus.of(file.path) else { continue }
            names[status.identity] = file.name
        }
        self.names = names
    }

    /// Returns the name of the drop's file that `path` leads to; nil for one that is none of them.
    package func name(of path: FilePath) -> String? {
        guard case .success(let status) = FileStatus.of(path) else { return nil }
        return names[status.identity]
    }

    /// Notes a file; returns whether it was not noted before.
    package mutating func add(_ path: FilePath) -> Bool {
        guard case .success(let status) = FileStatus.of(path) else { return true }
        return others.insert(status.identity).inserted
    }
}
