import CScan
import HeguiTestSupport
import Testing

@testable import HeguiColumns

@Suite("cutting text into fields")
struct RecordBatchTests {
    /// Pieces of text that records are made of.
    private static let pieces = [
        "a", "12", "2013-01-04", "汉字", "，", "\"", "\"\"", "\"b,c\"", "\"d\"\"e\"", "\"\"", " ", "é",
        "𠀀",
        "\"f\ng\"", "一个很长很长很长很长很长很长很长很长的内容",
    ]

    @Test("fields end where a walk byte by byte says", arguments: 0..<120)
    func walk(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let separator: UInt8 = seed % 3 == 0 ? 0x09 : 0x2C
        let width = Int.random(in: 1...7, using: &numbers)
        let bytes = Self.text(&numbers, separator, width, isOdd: seed % 4 == 0)
        let text = TextBuffer(bytes)
        let batch = RecordBatch(width: width, separator: separator)
        var place = 0
        while place < bytes.count {
            let cut = batch.fill(text, from: place)
            for record in 0..<batch.count {
                let walked = Self.walked(bytes, place, separator)
                #expect(batch.start(of: record) == place)
                #expect(batch.end(of: record) == walked.place)
                let isOdd = unsafe batch.isOdd[record]
                #expect(isOdd == (walked.ends.count != width), "\(seed) at \(place)")
                #expect(walked.isPlain)
                for field in 0..<width where !isOdd {
                    let end = unsafe batch.ends[record * width + field]
                    #expect(Int(end) == walked.ends[field], "\(seed) at \(place)")
                }
                place = walked.place
            }
            if cut.reason == CSCAN_ROOM { continue }
            if place == bytes.count { return }
            // What stopped it is a record that is not plain, or one without an end.
            let walked = Self.walked(bytes, place, separator)
            let ends = walked.place == bytes.count && bytes.last != 0x0A
            #expect(
                !walked.isPlain || ends
                    || Self.hasOtherQuote(bytes[place..<walked.place], separator))
            place = walked.place
        }
    }

    @Test("text that is not UTF-8 is never taken for plain", arguments: 0..<100)
    func encoding(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        var bytes = Self.text(&numbers, 0x2C, 3, isOdd: false)
        for _ in 0..<Int.random(in: 0...2, using: &numbers) {
            let place = Int.random(in: 0..<bytes.count, using: &numbers)
            bytes[place] = UInt8.random(in: 0x80...0xFF, using: &numbers)
        }
        if seed % 5 == 0 { bytes += Array("\u{FFFD},b,c\n".utf8) }
        let text = TextBuffer(bytes)
        let batch = RecordBatch(width: 3, separator: 0x2C)
        var (place, isUnusual) = (0, false)
        while place < bytes.count {
            let cut = batch.fill(text, from: place)
            isUnusual = isUnusual || cut.isUnusual
            if batch.count > 0 { place = batch.end(of: batch.count - 1) }
            guard cut.reason != CSCAN_ROOM, place < bytes.count else { continue }
            // The scan itself looks closely at all that it walks.
            isUnusual = true
            place = Self.walked(bytes, place, 0x2C).place
        }
        let string = String(validating: bytes, as: UTF8.self)
        let isPlain = string.map { !$0.unicodeScalars.contains("\u{FFFD}") } ?? false
        #expect(isPlain || isUnusual, "\(seed)")
    }

    private static func text(
        _ numbers: inout SeededNumbers, _ separator: UInt8, _ width: Int, isOdd: Bool
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        let lineBreaks = numbers.one(
            of: [["\n"], ["\r\n"], isOdd ? ["\n", "\r", "\r\n"] : ["\n"]])
        for _ in 0..<Int.random(in: 1...700, using: &numbers) {
            let isWide = isOdd && Int.random(in: 0..<9, using: &numbers) == 0
            for field in 0..<(isWide ? Int.random(in: 1...9, using: &numbers) : width) {
                if field > 0 { bytes.append(separator) }
                let most = isOdd && Int.random(in: 0..<20, using: &numbers) == 0 ? 3 : 1
                for _ in 0..<Int.random(in: 0...most, using: &numbers) {
                    let some = isOdd ? pieces[...] : pieces[..<5]
                    bytes += Array(numbers.one(of: some).utf8)
                }
            }
            bytes += Array(numbers.one(of: lineBreaks).utf8)
        }
        if Bool.random(using: &numbers) { bytes.removeLast() }
        return bytes
    }

    /// A record as RFC 4180 cuts it, found field by field.
    private struct Walk {
        var ends: [Int] = []
        var place: Int
        /// Whether no field holds a line break or text behind its closing quote.
        var isPlain = true
    }

    private static func walked(_ bytes: [UInt8], _ start: Int, _ separator: UInt8) -> Walk {
        let (quote, lineFeed, carriageReturn) = (UInt8(0x22), UInt8(0x0A), UInt8(0x0D))
        var walk = Walk(place: start)
        while true {
            if walk.place < bytes.count, bytes[walk.place] == quote {
                walk.place += 1
                guard let close = closingQuote(bytes, from: walk.place) else {
                    return Walk(ends: walk.ends + [bytes.count], place: bytes.count, isPlain: false)
                }
                let inside = bytes[walk.place..<close]
                if inside.contains(where: { $0 == lineFeed || $0 == carriageReturn }) {
                    walk.isPlain = false
                }
                walk.place = close + 1
            }
            let end = bytes[walk.place...].firstIndex {
                $0 == separator || $0 == lineFeed || $0 == carriageReturn
            }
            if walk.place > start, bytes[walk.place - 1] == quote, end ?? bytes.count > walk.place {
                walk.isPlain = false
            }
            guard let end else {
                walk.ends.append(bytes.count)
                walk.place = bytes.count
                return walk
            }
            walk.place = end + 1
            if bytes[end] == carriageReturn, walk.place < bytes.count, bytes[walk.place] == lineFeed
            {
                walk.place += 1
            }
            walk.ends.append(walk.place - 1)
            if bytes[end] != separator { return walk }
        }
    }

    /// The quote that ends a quoted field: the first that is not one of a pair.
    private static func closingQuote(_ bytes: [UInt8], from start: Int) -> Int? {
        var place = start
        while let quote = bytes[place...].firstIndex(of: 0x22) {
            guard quote + 1 < bytes.count, bytes[quote + 1] == 0x22 else { return quote }
            place = quote + 2
        }
        return nil
    }

    /// Whether a carriage return stands alone, or a quote within an unquoted field.
    private static func hasOtherQuote(_ record: ArraySlice<UInt8>, _ separator: UInt8) -> Bool {
        record.last == 0x0D
            || record.indices.contains { place in
                record[place] == 0x22 && place > record.startIndex
                    && record[place - 1] != separator && record[place - 1] != 0x22
            } || record.dropLast().contains(0x0D)
    }
}
