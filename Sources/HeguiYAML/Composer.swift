internal import HeguiDiagnostics

/// Builds nodes from the events of one stretch of a file.
struct Composer {
    /// Why composing ended before the end of the text.
    enum Stop: Error {
        case syntax(SyntaxProblem)
        /// A limit was passed; the diagnostic is there.
        case limit
    }

    /// A node with what the nodes around it need to know.
    struct Composed {
        var node: Node
        /// Where it stands; for an alias that is not where the node stands.
        var span: Span
        /// How many nodes there are in it, aliases expanded.
        var size = 1
        /// How many mappings and lists stand in each other, aliases expanded.
        var height = 0
    }

    enum Anchor {
        /// It is met within the node that it names.
        case unfinished(Span)
        case complete(Composed)
    }

    let source: SourceText
    let limits: YAML.Limits
    /// Whether an earlier stretch of the same file ended in a syntax error.
    let isContinuation: Bool
    /// Keys of the outermost mapping whose values nobody asks for.
    let omitted: Set<String>
    let reader: YAMLParser
    /// What the scalars know of the file.
    let origin: ScalarOrigin
    var cursor: TextCursor
    /// Number of code points before the stretch.
    let base: Int
    var diagnostics: [Diagnostic] = []
    var root: Node?
    var anchors: [String: Anchor] = [:]
    var nodeCount = 0
    /// How many aliases had no anchor.
    var unknownAliases = 0
    /// Where the last event began, in code points from the beginning of the stretch.
    private var lastMark = 0

    /// Nil if libyaml gets no memory.
    init?(
        _ source: SourceText, from offset: Int, limits: YAML.Limits, isContinuation: Bool,
        leavingOut omitted: Set<String>
    ) {
        guard let reader = YAMLParser(source.bytes[offset...]) else { return nil }
        self.source = source
        self.limits = limits
        self.isContinuation = isContinuation
        self.omitted = omitted
        self.reader = reader
        origin = ScalarOrigin(source)
        cursor = TextCursor(source)
        base = source.codePointCount(before: offset)
    }

    /// Byte offset at which the last event began.
    var lastOffset: Int { source.offset(ofCodePoint: base + lastMark) }

    /// Reads all documents; `root` and `diagnostics` are filled as far as it gets.
    mutating func run() throws(Stop) {
        var firstDocument: Span?
        while true {
            let event = try next()
            switch event.kind {
            case .streamEnd:
                if firstDocument == nil && !isContinuation { diagnostics.append(.empty(source)) }
                return
            case .documentStart:
                let span = span(of: event)
                let composed = try compose(try next(), depth: 0)
                if let firstDocument {
                    diagnostics.append(.secondDocument(span, first: firstDocument))
                    return
                }
                firstDocument = span
                keep(composed)
                anchors = [:]
            default: break
            }
        }
    }

    private mutating func keep(_ composed: Composed) {
        guard !isContinuation else { return }
        if composed.node.isEmpty {
            diagnostics.append(.empty(source))
        } else {
            root = composed.node
        }
    }

    mutating func next(withTexts: Bool = true) throws(Stop) -> Event {
        do {
            let event = try reader.next(withTexts: withTexts)
            lastMark = event.start
            return event
        } catch {
            throw .syntax(error)
        }
    }

    mutating func span(of event: Event) -> Span {
        let start = offset(event.start)
        return span(from: cursor.position(atOffset: start), to: event.end)
    }

    /// Returns the span from `start` to the code point `mark`, or an empty one.
    mutating func span(from start: Position, to mark: Int) -> Span {
        let end = cursor.position(atOffset: max(start.offset, offset(mark)))
        return Span(file: source.name, start: start, end: end)
    }

    mutating func offset(_ mark: Int) -> Int {
        cursor.offset(ofCodePoint: base + mark)
    }
}

/// The anchor and the tag in front of a node.
struct NodeProperties {
    private(set) var tag: Range<Int>?
    /// Where the node itself begins.
    private(set) var end: Int

    /// Reads `&anchor !tag`, in either order, from the beginning of `range`.
    init(_ bytes: [UInt8], range: Range<Int>) {
        end = range.lowerBound
        while end < range.upperBound, bytes[end] == 0x26 || bytes[end] == 0x21 {
            let start = end
            while end < range.upperBound, !Self.isSpace(bytes[end]) { end += 1 }
            if bytes[start] == 0x21 { tag = start..<end }
            skipSpace(bytes, before: range.upperBound)
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        LineBreak.isBlank(byte) || byte == 0x0A || byte == 0x0D
    }

    private mutating func skipSpace(_ bytes: [UInt8], before limit: Int) {
        while end < limit {
            if bytes[end] == 0x23 {
                while end < limit, bytes[end] != 0x0A && bytes[end] != 0x0D { end += 1 }
            } else if Self.isSpace(bytes[end]) {
                end += 1
            } else {
                return
            }
        }
    }
}
