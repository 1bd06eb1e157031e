/// What a piece of text is, so that a terminal can colour it.
enum Tone {
    case plain, heading, strong, muted
    case mandatory, verify, hint, good
}
