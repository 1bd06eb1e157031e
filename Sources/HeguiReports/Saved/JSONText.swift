import FoundationEssentials

/// A JSON text whose parts are found without reading the rest, so that a long one need not be held
/// as values.
///
/// It checks only what it has to step over. A part is checked when it is read.
struct JSONText: Sendable {
    let content: Data

    /// Where the whole value stands, without what is blank around it; nil where there is none, or
    /// something behind it.
    var whole: Range<Int>? {
        let bytes = content.span
        var place = Self.skipBlanks(bytes, 0)
        let start = place
        guard Self.skipValue(bytes, &place) else { return nil }
        let end = place
        return Self.skipBlanks(bytes, place) == bytes.count ? start..<end : nil
    }

    /// Calls `body` with the key and the value of each member of the object at `range`.
    ///
    /// - Returns: whether it is an object.
    func forEachMember(
        of range: Range<Int>, _ body: (_ key: String, _ value: Range<Int>) -> Void
    ) -> Bool {
        let bytes = content.span
        guard bytes[range.lowerBound] == UInt8(ascii: "{") else { return false }
        var place = Self.skipBlanks(bytes, range.lowerBound + 1)
        while place < range.upperBound, bytes[place] == UInt8(ascii: "\"") {
            let key = place
            guard Self.skipString(bytes, &place) else { return false }
            let name = text(key + 1..<place - 1)
            place = Self.skipBlanks(bytes, place)
            guard place < range.upperBound, bytes[place] == UInt8(ascii: ":") else { return false }
            place = Self.skipBlanks(bytes, place + 1)
            let value = place
            guard Self.skipValue(bytes, &place) else { return false }
            body(name, value..<place)
            place = Self.skipSeparator(bytes, place)
        }
        return place == range.upperBound - 1 && bytes[place] == UInt8(ascii: "}")
    }

    /// Calls `body` with where each of several values stands, one after another as in JSON Lines.
    ///
    /// - Returns: whether there is nothing else.
    func forEachValue<Failure: Error>(
        _ body: (Range<Int>) throws(Failure) -> Void
    ) throws(Failure) -> Bool {
        var place = Self.skipBlanks(content.span, 0)
        while place < content.count {
            let start = place
            guard Self.skipValue(content.span, &place) else { return false }
            try body(start..<place)
            place = Self.skipBlanks(content.span, place)
        }
        return true
    }

    /// Calls `body` with where each element of the array at `range` stands.
    ///
    /// - Returns: whether it is an array.
    func forEachElement<Failure: Error>(
        of range: Range<Int>, _ body: (Range<Int>) throws(Failure) -> Void
    ) throws(Failure) -> Bool {
        let bytes = content.span
        guard bytes[range.lowerBound] == UInt8(ascii: "[") else { return false }
        var place = Self.skipBlanks(bytes, range.lowerBound + 1)
        while place < range.upperBound - 1 {
            let start = place
            guard Self.skipValue(bytes, &place) else { return false }
            try body(start..<place)
            place = Self.skipSeparator(bytes, place)
        }
        return place == range.upperBound - 1
    }

    /// Returns the members of the object at `range`.
    func members(of range: Range<Int>) -> [String: Range<Int>]? {
        var members: [String: Range<Int>] = [:]
        return forEachMember(of: range) { members[$0] = $1 } ? members : nil
    }

    /// Returns the names of members that the object at `range` has more than once, in order.
    func repeatedMembers(of range: Range<Int>) -> [String] {
        var counts: [String: Int] = [:]
        var repeated: [String] = []
        _ = forEachMember(of: range) { key, _ in
            counts[key, default: 0] += 1
            if counts[key] == 2 { repeated.append(key) }
        }
        return repeated
    }

    /// Returns the text of the string at `range`, or nil for another value.
    func string(at range: Range<Int>) -> String? {
        let bytes = content.span
        guard range.count > 1, bytes[range.lowerBound] == UInt8(ascii: "\"") else { return nil }
        let inside = range.lowerBound + 1..<range.upperBound - 1
        for place in inside where bytes[place] == UInt8(ascii: "\\") {
            return try? JSONDecoder().decode(String.self, from: content[range])
        }
        return text(inside)
    }

    func isNull(_ range: Range<Int>) -> Bool {
        content.span[range.lowerBound] == UInt8(ascii: "n")
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: content[range], as: UTF8.self)
    }

    private static func skipBlanks(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var place = start
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x0A, 0x0D, 0x09: place += 1
            default: return place
            }
        }
        return place
    }

    private static func skipSeparator(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        let place = skipBlanks(bytes, start)
        guard place < bytes.count, bytes[place] == UInt8(ascii: ",") else { return place }
        return skipBlanks(bytes, place + 1)
    }

    /// Steps over a string; returns whether it ends.
    private static func skipString(_ bytes: Span<UInt8>, _ place: inout Int) -> Bool {
        place += 1
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                place += 1
                return true
            case UInt8(ascii: "\\"): place += 2
            default: place += 1
            }
        }
        return false
    }

    /// Steps over a value; returns whether it ends.
    private static func skipValue(_ bytes: Span<UInt8>, _ place: inout Int) -> Bool {
        guard place < bytes.count else { return false }
        var depth = 0
        let start = place
        repeat {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                guard skipString(bytes, &place) else { return false }
                if depth == 0 { return true }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                place += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return place > start }
                depth -= 1
                place += 1
                if depth == 0 { return true }
            case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09:
                if depth == 0 { return place > start }
                place += 1
            default: place += 1
            }
        } while place < bytes.count
        return depth == 0
    }
}
