internal import HeguiDiagnostics

/// The codes of everything that can be said about a YAML file; each has a page in docs/codes.
package enum YAMLCode: String, DiagnosticCode {
    case syntax = "Y0001"
    case keyRepeated = "Y0002"
    case tagged = "Y0003"
    case tabIndented = "Y0004"
    case notUTF8 = "Y0005"
    case byteOrderMarkStray = "Y0006"
    case documentsSeveral = "Y0007"
    case fileEmpty = "Y0008"
    case nestedTooDeep = "Y0009"
    case tooManyNodes = "Y0010"
    case aliasCyclic = "Y0011"
    case mergeKey = "Y0012"
    case keyNotText = "Y0013"
    case fileTooLarge = "Y0014"
    case controlCharacter = "Y0015"
    case aliasUnknown = "Y0016"
}
