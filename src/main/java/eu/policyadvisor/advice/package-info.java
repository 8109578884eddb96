/** What someone should do: recommendations, their precedence, and the assessment of a fact set. */
@NullMarked
package eu.policyadvisor.advice;

import org.jspecify.annotations.NullMarked;
