/** What differs between two pieces of advice, and which edits of rules or facts cause it. */
@NullMarked
package eu.policyadvisor.compare;

import org.jspecify.annotations.NullMarked;
