package io.memu4j.store.jpa.session;

import io.memu4j.model.MemoryScope;
import io.memu4j.store.jpa.entity.Scoped;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.query.CommonQueryContract;
import org.hibernate.query.sqm.ComparisonOperator;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.query.sqm.tree.expression.SqmNamedParameter;
import org.hibernate.query.sqm.tree.from.SqmRoot;
import org.hibernate.query.sqm.tree.predicate.SqmComparisonPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The scope's condition in the statement itself, written {@code own(r)} for a row {@code r}. It has parameters of its own and knows nothing of
 * the filter.
 */
final class ScopeCondition {
    private static final String USER = "scopeUser";
    private static final String AGENT = "scopeAgent";
    private static final Pattern MARK = Pattern.compile("\\bown\\((\\w+)\\)");
    private static final String CONDITION = "($1.key.userId = :" + USER + " and $1.key.agentId = :" + AGENT + ")";

    private ScopeCondition() {}

    /** Writes the condition in place of each mark; a mark in quotes is no danger, because {@link ConfinedStatement} reads the result. */
    static String expand(String hql, boolean on) {
        return MARK.matcher(hql).replaceAll(on ? CONDITION : "1 = 1");
    }

    static void bind(CommonQueryContract query, MemoryScope scope) {
        query.setParameter(USER, scope.userId());
        query.setParameter(AGENT, scope.agentId());
    }

    /** Keeps the name of a parameter that is not the scope's. */
    static String requireOther(String parameter) {
        if (parameter.equals(USER) || parameter.equals(AGENT)) {
            throw new IllegalArgumentException("The parameter " + parameter + " is the session's own.");
        }
        return parameter;
    }

    /** Whether conditions that must all hold confine {@code row} to the scope. */
    static boolean isIn(List<SqmComparisonPredicate> required, SqmRoot<?> row) {
        return required.stream().anyMatch(part -> is(part, row, Scoped.USER, USER))
                && required.stream().anyMatch(part -> is(part, row, Scoped.AGENT, AGENT));
    }

    private static boolean is(SqmComparisonPredicate part, SqmRoot<?> row, String attribute, String parameter) {
        return !part.isNegated()
                && part.getSqmOperator() == ComparisonOperator.EQUAL
                && part.getLeftHandExpression() instanceof SqmPath<?> path
                && leads(row, "key", path.getLhs())
                && leads(path.getLhs(), attribute, path)
                && part.getRightHandExpression() instanceof SqmNamedParameter<?> bound
                && bound.getName().equals(parameter);
    }

    private static boolean leads(@Nullable SqmPath<?> from, String attribute, @Nullable SqmPath<?> to) {
        return to != null
                && to.getLhs() == from
                && to.getReferencedPathSource().getPathName().equals(attribute);
    }
}
