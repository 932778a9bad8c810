import EOrderRules

/// The words of needs.
enum NeedText: Phrase {
  case title, lead, all, none, noneAdvice, state, words, anyState, new, newLead, noPackage, noPackageAdvice
  case need, estimate, neededOn, package
  case nextStep, otherSteps, noStep, notTaken, facts, history
  case packageLine, packageLineHint, needTitle, needTitleHint
  case specification, specificationHint, category, quantity, unitOfMeasure, unitOfMeasureHint
  case street, regionCode, ownEstimate, ownEstimateHint, estimateBasis, estimateBasisHint
  case catalogueResult, catalogueEvidence, catalogueEvidenceHint, catalogueReason
  case result(CatalogueCheck.Result)
  case officer, officerHint, reason, product, productHint, productSearch, nothingFound, deliverBy, paymentMode
  case comparedSource, comparedPrice, comparedHint, note, order, deliverTo
  case act(NeedTransition)
  case means(NeedTransition)
  case done(NeedTransition)
  case recorded, refused, changed
  case offers, manyLines
}
