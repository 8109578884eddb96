/** Makes reasons, doubts, order and remedies of what truth maintenance holds. */
@NullMarked
package eu.policyadvisor.reasoning;

import org.jspecify.annotations.NullMarked;
