import FoundationEssentials

/// Where one format of a report goes.
enum OutputPlace: Equatable {
    case screen
    case file(String)
    case folder(String)
    case nowhere

    /// Returns the folder where `path` is one or is written like one, else the file.
    init(path: String) {
        var isFolder = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        self = path.hasSuffix("/") || exists && isFolder ? .folder(path) : .file(path)
    }

    /// Returns the path of a file of a format, nil where it goes to no file.
    ///
    /// Where a single file was named, the first file of a format takes its name and the others are
    /// put beside it: `out.csv` and `out-standings.csv`.
    func path(of name: String, isFirst: Bool) -> String? {
        switch self {
        case .screen, .nowhere: nil
        case .folder(let folder): folder + (folder.hasSuffix("/") ? "" : "/") + name
        case .file(let file) where isFirst: file
        case .file(let file):
            Self.stem(of: file) + "-" + name
        }
    }

    /// The path without the ending of its last part.
    private static func stem(of path: String) -> Substring {
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return path[...] }
        return path[..<dot]
    }
}
