/** Searches that know nothing of what they search in. */
@NullMarked
package eu.policyadvisor.search;

import org.jspecify.annotations.NullMarked;
