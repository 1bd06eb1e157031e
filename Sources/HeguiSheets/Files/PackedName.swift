/// How a file in an archive is called: `材料.zip ▸ 附件3/区司法局.xlsx`.
package enum PackedName {
    /// What stands between an archive and a file in it.
    package static let sign = " ▸ "

    /// Returns the name of a file in an archive.
    package static func joining(_ archive: String, _ path: String) -> String {
        archive + sign + path
    }

    /// Returns the name of the archive on disk and the path in it; nil for a file in none.
    package static func split(_ name: String) -> (archive: String, path: String)? {
        guard let range = name.firstRange(of: sign) else { return nil }
        return (String(name[..<range.lowerBound]), String(name[range.upperBound...]))
    }

    /// Returns whether a name of an entry, with forward slashes, leads out of its archive.
    static func leadsOut(_ name: String) -> Bool {
        name.hasPrefix("/") || name.dropFirst().hasPrefix(":")
            || name.split(separator: "/").contains("..")
    }

    /// Returns the folders and the file of a name, archives among the folders.
    package static func parts(of name: String) -> [String] {
        name.replacing(sign, with: "/").split(separator: "/").map(String.init)
    }
}
