internal import Glibc
internal import HeguiColumns

/// A file in the national character set as one in UTF-8, converted line by line.
package struct TranscodedFile {
    private let source: ColumnFile
    /// How many bytes are converted at a time.
    private static let piece = 4 << 20

    package init(_ source: ColumnFile) {
        self.source = source
    }

    /// Returns the file in UTF-8, which is gone when nobody holds it any more; nil where the plain
    /// reader is to say what it is: it is damaged, mixed or cut, or there is no room for it.
    ///
    /// - Complexity: linear in the file, of which no more than some megabytes are in memory.
    package func utf8() -> ColumnFile? {
        guard let descriptor = UnnamedFile.open(in: TemporaryFolder.forLargeFiles) else {
            return nil
        }
        guard let stream = unsafe fdopen(descriptor, "w+") else {
            close(descriptor)
            return nil
        }
        defer { unsafe fclose(stream) }
        var (offset, size, hasUTF8, hasOther) = (0, 0, false, false)
        var shares = NationalShares()
        while offset < source.size {
            guard let lines = lines(at: offset) else { return nil }
            // As the plain reader tells a file that was pasted together from two.
            let encodings = LineEncodings(lines)
            hasUTF8 = hasUTF8 || encodings.firstSurelyUTF8 != nil
            hasOther = hasOther || encodings.firstNotUTF8 != nil
            guard !(hasUTF8 && hasOther), case .text(let utf8) = GB18030.decode(lines),
                unsafe fwrite(utf8, 1, utf8.count, stream) == utf8.count
            else { return nil }
            shares.add(lines)
            offset += lines.count
            size += utf8.count
        }
        guard hasOther, shares.isSurelySimplified, unsafe fflush(stream) == 0 else { return nil }
        let kept = dup(descriptor)
        guard kept >= 0 else { return nil }
        return ColumnFile(kept, name: source.name, size: size)
    }

    /// The whole lines from `offset` on: a line feed is never part of a character.
    private func lines(at offset: Int) -> [UInt8]? {
        var length = Self.piece
        while true {
            let bytes = source.bytes(min(length, source.size - offset), at: offset)
            if bytes.isEmpty { return nil }
            if offset + bytes.count == source.size { return bytes }
            if let end = bytes.lastIndex(of: 0x0A) { return Array(bytes[...end]) }
            length *= 2
        }
    }
}
