import FoundationEssentials
import Glibc

/// What makes two paths the same place, however they are spelled and whatever links lead there.
struct PlaceIdentity: Hashable {
    private let device: UInt64
    private let inode: UInt64
    /// What is not there yet, below the nearest folder that is.
    private let rest: [String]

    /// How many links are followed before they count as a circle.
    private static let linkLimit = 40

    init(_ path: String) {
        var known = path
        var rest: [String] = []
        var links = 0
        var status = stat()
        while unsafe stat(known, &status) != 0 {
            // A link to what is not there yet stands for that.
            if links < Self.linkLimit, let target = Self.target(ofLink: known) {
                known = target
                links += 1
                continue
            }
            let (folder, name) = Self.parted(known)
            guard folder != known else { break }
            rest.insert(name, at: 0)
            known = folder
        }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        self.rest = rest.reduce(into: []) { names, name in
            if name == ".." { _ = names.popLast() } else if name != "." { names.append(name) }
        }
    }

    private init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        rest = []
    }

    /// The plain file that standard output goes to, where it goes to one.
    static var screen: PlaceIdentity? {
        var status = stat()
        guard unsafe fstat(StandardStream.output.rawValue, &status) == 0,
            status.st_mode & S_IFMT == S_IFREG
        else { return nil }
        return PlaceIdentity(status)
    }

    /// The identities of all files below a folder.
    static func files(below folder: String) -> Set<PlaceIdentity> {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return Set(paths.map { PlaceIdentity(folder + "/" + $0) })
    }

    private static func target(ofLink path: String) -> String? {
        guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
            return nil
        }
        return target.hasPrefix("/") ? target : parted(path).folder + "/" + target
    }

    /// A path as its folder and the name in it.
    private static func parted(_ path: String) -> (folder: String, name: String) {
        var text = path[...]
        while text.count > 1, text.last == "/" { text = text.dropLast() }
        guard let slash = text.lastIndex(of: "/") else { return (".", String(text)) }
        let folder = text[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(text[text.index(after: slash)...]))
    }
}
