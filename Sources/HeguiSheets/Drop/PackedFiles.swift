internal import HeguiDiagnostics

/// What the directory of an archive lists, under names that people can read.
struct PackedFiles {
    /// Why an entry is not read.
    enum Refusal {
        /// Its name leads out of the archive, or is none.
        case outside
        case repeated
        case link
        case encrypted
    }

    struct File {
        let entry: ArchiveEntry
        /// The folders and the file.
        let path: [String]
        var refusal: Refusal?
    }

    /// In the byte order of their paths.
    private(set) var files: [File] = []
    /// The one folder that all of them are in; nil where there is none.
    private(set) var top: String?

    init(_ archive: OpenArchive) {
        for entry in archive.entries {
            let name = Self.text(entry)
            let path = name.split(separator: "/").map(String.init).filter { $0 != "." }
            let isOutside = path.isEmpty || PackedName.leadsOut(name)
            if name.hasSuffix("/"), !isOutside { continue }
            files.append(
                File(entry: entry, path: path, refusal: isOutside ? .outside : Self.refusal(entry)))
        }
        files.sort { left, right in
            left.path == right.path
                ? left.entry.index < right.entry.index
                : left.path.joined(separator: "/").utf8.lexicographicallyPrecedes(
                    right.path.joined(separator: "/").utf8)
        }
        for index in files.indices.dropFirst()
        where files[index].path == files[index - 1].path && files[index].refusal != .outside {
            files[index].refusal = .repeated
        }
        let kept = files.filter { file in
            file.refusal != .outside && file.path.allSatisfy { IgnoredName.reason($0) == nil }
        }
        if let first = kept.first?.path.first,
            kept.allSatisfy({ $0.path.count > 1 && $0.path[0] == first })
        {
            top = first
        }
    }

    private static func refusal(_ entry: ArchiveEntry) -> Refusal? {
        if !entry.isPlain { return .link }
        return entry.isEncrypted ? .encrypted : nil
    }

    /// The name of an entry with forward slashes, control characters made visible.
    private static func text(_ entry: ArchiveEntry) -> String {
        guard let text = decoded(entry) else { return DisplayName.text(entry.name) }
        return DisplayName.text(Array(text.replacing("\\", with: "/").utf8))
    }

    /// Unmarked names are UTF-8 where Unix or macOS wrote them, and GB18030 on Chinese Windows.
    private static func decoded(_ entry: ArchiveEntry) -> String? {
        let national = GB18030.text(entry.name)
        guard let text = String(validating: entry.name, as: UTF8.self) else { return national }
        guard !entry.isMarkedUTF8, let national else { return text }
        // Some words of GB18030 are by accident valid UTF-8, then all of Latin or Greek letters.
        let others = text.unicodeScalars.filter { !$0.isASCII }
        let isAccident =
            !others.isEmpty && others.allSatisfy { $0.value < 0x800 }
            && national.unicodeScalars.allSatisfy {
                $0.isASCII || (0x4E00...0x9FFF).contains($0.value)
            }
        return isAccident ? national : text
    }
}

/// How much the archives in an archive may still hold, itself counted.
struct PackedRoom {
    private let limits: IntakeLimits
    /// Of the outermost archive, as it lies on disk.
    private let archiveSize: Int
    private var files = 0
    private var bytes = 0

    init(_ limits: IntakeLimits, archiveSize: Int) {
        self.limits = limits
        self.archiveSize = archiveSize
    }

    /// Takes the entries of an archive; returns why they are too many or too large.
    mutating func take(_ entries: [ArchiveEntry], name: String) -> Diagnostic? {
        files += entries.count
        guard files <= limits.packedFiles else {
            return .packedTooMuch(
                name, zh: "压缩包内的文件超过 \(limits.packedFiles) 个",
                en: "holds more than \(limits.packedFiles) files")
        }
        for entry in entries where refusal(of: entry, name: name) == nil {
            bytes = min(bytes, .max - entry.size) + entry.size
        }
        guard bytes <= limits.packedBytes else {
            return .packedTooMuch(
                name, zh: "解压后超过 \(limits.packedBytes >> 20) MiB",
                en: "inflates to more than \(limits.packedBytes >> 20) MiB")
        }
        guard limits.areLikely(inflated: bytes, compressed: archiveSize) else { return ratio(name) }
        return nil
    }

    /// Returns why an entry is not inflated at all.
    func refusal(of entry: ArchiveEntry, name: String) -> Diagnostic? {
        limits.areLikely(inflated: entry.size, compressed: entry.compressedSize)
            ? nil : ratio(name)
    }

    private func ratio(_ name: String) -> Diagnostic {
        .packedTooMuch(
            name, zh: "压缩比超过 \(limits.inflationRatio)",
            en: "inflates by more than \(limits.inflationRatio) times")
    }
}
