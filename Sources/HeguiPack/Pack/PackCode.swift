import HeguiDiagnostics

/// The codes of everything that can be said about a pack; each has a page in docs/codes.
package enum PackCode: String, DiagnosticCode {
    // The pack's files.
    case headerMissing = "R0001"
    case fileUnexpected = "R0002"
    case calendarUnknown = "R0003"
    case waiversMisplaced = "R0004"
    case calendarDayMisplaced = "R0005"

    // Keys and single values.
    case keyUnknown = "R0101"
    case keyMissing = "R0102"
    case kindMismatched = "R0103"
    case valueUnreadable = "R0104"
    case valueNotAChoice = "R0105"
    case nameInvalid = "R0106"
    case nameUnlikeFile = "R0107"
    case declaredTwice = "R0108"
    case keysMismatched = "R0109"
    case valueOutOfRange = "R0110"
    case quotesForeign = "R0111"

    // Names and expressions.
    case datasetUnknown = "R0201"
    case relationUnknown = "R0202"
    case columnUndeclared = "R0203"
    case nameUndeclared = "R0204"
    case typesMismatched = "R0205"
    case expressionMalformed = "R0206"
    case resultMismatched = "R0207"
    case columnsCyclic = "R0208"
    case nameAmbiguous = "R0209"
    case columnUnknown = "R0210"
    case clauseUnknown = "R0211"
    case ruleUnknown = "R0212"
    case parameterUnknown = "R0213"
    case messageUnfillable = "R0214"
    case expressionUnusable = "R0215"
    case formUnclear = "R0216"
    case literalInexact = "R0217"
    case literalNoValue = "R0218"
    case valuesOrderedAsText = "R0219"

    // Clauses.
    case clauseUnanswered = "R0301"
    case clauseOneSided = "R0302"

    // Requirements and tables.
    case rowsOverlap = "R0401"
    case tableGap = "R0402"
    case boundsUnmeetable = "R0403"
    case partialMismatched = "R0404"
    case limitMismatched = "R0405"
    case divisionMismatched = "R0406"
    case gapMismatched = "R0407"
    case rankUnknown = "R0408"
    case softMandatory = "R0409"
    case rollUpMismatched = "R0410"
    case waivabilityMismatched = "R0411"
    case boundUnfit = "R0412"

    // Annexes.
    case annexNameUnknown = "R0501"
    case annexOwnerUnclear = "R0502"

    // Awards.
    case awardRuleMismatched = "R0601"
    case gateSoft = "R0602"
    case quotaUnranked = "R0603"
    case awardsCyclic = "R0604"
    case gateUnwaivable = "R0605"

    // What a sound pack hardly means.
    case conditionsUnanalysed = "R0700"
    case neverViolated = "R0701"
    case neverMet = "R0702"
    case neverTrue = "R0703"
    case ruleImplied = "R0704"
    case declaredUnused = "R0705"
    case parameterOutsideRange = "R0706"
    case outcomeUnshown = "R0707"
    case figureForPromptly = "R0708"
    case forceUnlikeWording = "R0709"
    case versionsApart = "R0710"
    case divisionOfIntegers = "R0711"
    case thresholdUntried = "R0712"
    case annexExpectedOfNobody = "R0713"
}
