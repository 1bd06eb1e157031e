package import HeguiDiagnostics

/// A piece of a YAML document with its exact extent; scalars are untyped text.
package struct Node: Sendable {
    package indirect enum Content: Sendable {
        case scalar(Scalar)
        case sequence([Node])
        case mapping([Entry])
    }

    /// A key and its value, in the order of the file.
    package struct Entry: Sendable {
        package var key: Scalar
        package var value: Node

        package init(key: Scalar, value: Node) {
            self.key = key
            self.value = value
        }
    }

    package var content: Content
    package var span: Span

    package init(content: Content, span: Span) {
        self.content = content
        self.span = span
    }
}

extension Node {
    /// The scalar, or nil for a list or mapping.
    package var scalar: Scalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The elements, or nil for anything but a list.
    package var sequence: [Node]? {
        if case .sequence(let nodes) = content { nodes } else { nil }
    }

    /// The entries, or nil for anything but a mapping.
    package var mapping: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// Whether nothing is written here, as after the colon of `key:`.
    package var isEmpty: Bool {
        scalar?.isEmpty ?? false
    }

    /// What this is, in words that can stand in a sentence.
    package var kind: Message {
        switch content {
        case .mapping: Message(zh: "映射", en: "a mapping")
        case .sequence: Message(zh: "列表", en: "a list")
        case .scalar(let scalar) where scalar.isEmpty: Message(zh: "空值", en: "nothing")
        case .scalar: Message(zh: "单个值", en: "a single value")
        }
    }

    /// The entry of a mapping with the key `key`.
    ///
    /// - Complexity: linear in the number of entries.
    package func entry(_ key: String) -> Entry? {
        mapping?.first { $0.key.text == key }
    }

    /// The value of a mapping at `key`; nil if there is none or this is no mapping.
    ///
    /// - Complexity: linear in the number of entries.
    package subscript(key: String) -> Node? {
        entry(key)?.value
    }
}
