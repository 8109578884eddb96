package eu.policyadvisor.rule;

/** What is wrong with rules. */
public enum Concern {
  /** A rule whose conditions no facts can meet, or that nothing was found to make conclude. */
  NEVER_CONCLUDES,
  /** A rule names a rule, parameter or country group that does not exist. */
  NAMES_NOTHING,
  /** A rule that adds nothing to another one. */
  SUBSUMED,
  /** Two recommendations that cannot both be followed, and no rule of precedence. */
  CONTRADICTION,
  /** Rules of which one rests on the absence of what the others conclude from it. */
  CYCLE,
  /** A parameter, country group or catalogue entry that no rule makes use of. */
  UNUSED,
  /** A number or date in a condition that ought to be a parameter. */
  LITERAL
}
