/// A pattern for names of files: `*` for any characters, `?` for one, `[a-z]` for one of several, and
/// between slashes `**` for any number of folders.
///
/// A pattern without a slash, but for one at its end, is for names in any folder; one with a slash is
/// for paths from the top. With a slash at its end it is for folders only. The sign between an archive
/// and a file in it counts as a slash.
package struct NamePattern: Hashable, Sendable {
    /// As it was written.
    package let text: String
    private let parts: [[Unicode.Scalar]]
    private let isForFolders: Bool

    package init(_ text: String) {
        self.text = text
        let plain = text.replacing(PackedName.sign, with: "/")
        isForFolders = plain.hasSuffix("/")
        let path = isForFolders ? plain.unicodeScalars.dropLast() : plain.unicodeScalars[...]
        let parts = Self.parts(of: path)
        self.parts = path.contains("/") ? parts : [Array("**".unicodeScalars)] + parts
    }

    /// Returns whether it is for the file or folder at `path`, told from the top.
    package func matches(_ path: String, isFolder: Bool) -> Bool {
        guard isFolder || !isForFolders else { return false }
        return Self.match(parts[...], Self.parts(of: path.unicodeScalars[...])[...])
    }

    /// What stands between slashes, whatever mark may be joined to one of them.
    private static func parts(of path: Substring.UnicodeScalarView) -> [[Unicode.Scalar]] {
        path.split(separator: "/").map(Array.init)
    }

    /// Returns whether one name matches the pattern of a part.
    static func isMatch(_ pattern: some StringProtocol, _ name: String) -> Bool {
        match(Array(pattern.unicodeScalars)[...], Array(name.unicodeScalars)[...])
    }

    private static func match(
        _ parts: ArraySlice<[Unicode.Scalar]>, _ names: ArraySlice<[Unicode.Scalar]>
    ) -> Bool {
        guard let part = parts.first else { return names.isEmpty }
        if part == Array("**".unicodeScalars) {
            return (names.startIndex...names.endIndex).contains {
                match(parts.dropFirst(), names[$0...])
            }
        }
        guard let name = names.first, match(part[...], name[...]) else { return false }
        return match(parts.dropFirst(), names.dropFirst())
    }

    /// Goes back to the last star only, which is enough and takes no more than length times length.
    private static func match(
        _ pattern: ArraySlice<Unicode.Scalar>, _ name: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        var (rest, left) = (pattern, name)
        var star: (pattern: ArraySlice<Unicode.Scalar>, name: ArraySlice<Unicode.Scalar>)?
        while !left.isEmpty || !rest.isEmpty {
            if rest.first == "*" {
                rest = rest.dropFirst()
                star = (rest, left)
            } else if let scalar = left.first, let after = afterOne(rest, matching: scalar) {
                (rest, left) = (after, left.dropFirst())
            } else if let last = star, !last.name.isEmpty {
                star = (last.pattern, last.name.dropFirst())
                (rest, left) = (last.pattern, last.name.dropFirst())
            } else {
                return false
            }
        }
        return true
    }

    /// Returns the pattern after its first sign, nil where that does not stand for `scalar`.
    private static func afterOne(
        _ pattern: ArraySlice<Unicode.Scalar>, matching scalar: Unicode.Scalar
    ) -> ArraySlice<Unicode.Scalar>? {
        guard let first = pattern.first else { return nil }
        if first == "?" { return pattern.dropFirst() }
        if first == "[", let end = pattern.dropFirst(2).firstIndex(of: "]") {
            var set = pattern[(pattern.startIndex + 1)..<end]
            let isNegated = set.first == "!" || set.first == "^"
            if isNegated { set = set.dropFirst() }
            return contains(set, scalar) != isNegated ? pattern[(end + 1)...] : nil
        }
        if first == "\\", let literal = pattern.dropFirst().first {
            return literal == scalar ? pattern.dropFirst(2) : nil
        }
        return first == scalar ? pattern.dropFirst() : nil
    }

    private static func contains(_ set: ArraySlice<Unicode.Scalar>, _ scalar: Unicode.Scalar)
        -> Bool
    {
        var rest = set
        while let low = rest.first {
            if rest.count > 2, rest[rest.startIndex + 1] == "-" {
                let high = rest[rest.startIndex + 2]
                if low.value <= scalar.value, scalar.value <= high.value { return true }
                rest = rest.dropFirst(3)
            } else {
                if low == scalar { return true }
                rest = rest.dropFirst()
            }
        }
        return false
    }
}

/// The patterns of a `.heguiignore` file, of which the last that is for a name counts.
struct IgnoreList: Sendable {
    static let name = ".heguiignore"
    /// More would be no list that somebody wrote.
    static let byteLimit = 64 << 10

    private let lines: [(number: Int, pattern: NamePattern, isLeftAside: Bool)]

    init(_ text: String) {
        var lines: [(number: Int, pattern: NamePattern, isLeftAside: Bool)] = []
        for (number, line) in text.split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).enumerated() {
            var pattern = line
            while pattern.last == " " { pattern = pattern.dropLast() }
            if number == 0, pattern.hasPrefix("\u{FEFF}") { pattern = pattern.dropFirst() }
            guard !pattern.isEmpty, !pattern.hasPrefix("#") else { continue }
            let isLeftAside = !pattern.hasPrefix("!")
            if !isLeftAside { pattern = pattern.dropFirst() }
            lines.append((number + 1, NamePattern(String(pattern)), isLeftAside))
        }
        self.lines = lines
    }

    /// Returns the line by which a file or folder is left aside, nil where it is read.
    func line(for path: String, isFolder: Bool) -> (number: Int, pattern: String)? {
        guard let last = lines.last(where: { $0.pattern.matches(path, isFolder: isFolder) }),
            last.isLeftAside
        else { return nil }
        return (last.number, last.pattern.text)
    }
}
