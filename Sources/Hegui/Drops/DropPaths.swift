import HeguiSheets

/// The files and folders that are handed in for a review, and what of them is left aside.
public struct DropPaths: Sendable, ExpressibleByArrayLiteral {
    /// What names end with of files that this process is about to write; a drop may hold them, and
    /// no review tells of them.
    public static var draftEnding: String { DraftName.ending }

    let selection: DropSelection

    var isEmpty: Bool { selection.isEmpty }

    /// The files and folders at `paths`, to the letter.
    public init(_ paths: [String]) {
        selection = DropSelection(paths)
    }

    private init(_ selection: DropSelection) {
        self.selection = selection
    }

    /// Returns the paths with one more file or folder, to the letter.
    public func adding(_ path: String) -> DropPaths {
        DropPaths(selection.adding(path))
    }

    /// Returns the path of these bytes as a text.
    ///
    /// Names in other encodings than UTF-8 have texts too, by which all that takes a path finds them; they
    /// are not for people.
    public static func text(ofPath bytes: [UInt8]) -> String {
        PathText.text(of: bytes)
    }

    /// Returns the bytes of the path that a text stands for.
    public static func bytes(ofPath text: String) -> [UInt8] {
        PathText.bytes(of: text)
    }

    /// Returns whether there is a folder at `path`.
    public static func isFolder(_ path: String) -> Bool {
        FileSystem.isFolder(FilePath(path))
    }

    /// The files and folders at these paths, to the letter.
    public init(arrayLiteral paths: String...) {
        self.init(paths)
    }

    /// The files and folders that a request names.
    ///
    /// A pattern such as `2013/*.xlsx` that is no file's name is for all that match it. `-` is
    /// standard input, which is read at once, as pipes are.
    ///
    /// - Parameters:
    ///   - texts: paths and patterns.
    ///   - excluded: patterns of names that are left aside, each of which reports tell.
    /// - Throws: `ReviewFailure` where nothing matches a pattern or a pipe cannot be read.
    public init(reading texts: [String], excluding excluded: [String] = []) throws(ReviewFailure) {
        do {
            selection = try DropSelection.reading(texts, excluding: excluded)
        } catch {
            throw ReviewFailure(error.message, help: error.help)
        }
    }
}
