/// One of libyaml's events, with its marks as code points from the beginning of what it was given.
struct Event {
    enum Kind {
        case streamStart, streamEnd
        case documentStart, documentEnd
        case alias(String)
        case scalar(value: [UInt8], style: Scalar.Style)
        case sequenceStart(isFlow: Bool), sequenceEnd
        case mappingStart(isFlow: Bool), mappingEnd
    }

    var kind: Kind
    var start: Int
    var end: Int
    var anchor: String?
    var hasTag = false
}
