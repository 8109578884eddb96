/** Rules as the compiler leaves them, and what it makes of rules that it cannot take. */
@NullMarked
package eu.policyadvisor.engine.compiled;

import org.jspecify.annotations.NullMarked;
