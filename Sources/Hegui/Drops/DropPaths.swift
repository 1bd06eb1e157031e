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

    /// Returns the paths with one more file, to the letter.
    func adding(_ path: String) -> DropPaths {
        DropPaths(selection.adding(path))
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
