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
