package io.memu4j.store.jpa.session;

import io.memu4j.error.IsolationException;
import jakarta.persistence.criteria.Predicate.BooleanOperator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.hibernate.query.sqm.tree.SqmStatement;
import org.hibernate.query.sqm.tree.cte.SqmCteContainer;
import org.hibernate.query.sqm.tree.delete.SqmDeleteStatement;
import org.hibernate.query.sqm.tree.domain.SqmBasicValuedSimplePath;
import org.hibernate.query.sqm.tree.domain.SqmCorrelatedRoot;
import org.hibernate.query.sqm.tree.domain.SqmEmbeddedValuedSimplePath;
import org.hibernate.query.sqm.tree.expression.SqmBinaryArithmetic;
import org.hibernate.query.sqm.tree.expression.SqmDistinct;
import org.hibernate.query.sqm.tree.expression.SqmFunction;
import org.hibernate.query.sqm.tree.expression.SqmLiteral;
import org.hibernate.query.sqm.tree.expression.SqmNamedParameter;
import org.hibernate.query.sqm.tree.expression.SqmStar;
import org.hibernate.query.sqm.tree.from.SqmFromClause;
import org.hibernate.query.sqm.tree.from.SqmRoot;
import org.hibernate.query.sqm.tree.predicate.SqmBetweenPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmComparisonPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmExistsPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmGroupedPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmInListPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmInSubQueryPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmJunctionPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmNegatedPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmNullnessPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmWhereClause;
import org.hibernate.query.sqm.tree.select.SqmDynamicInstantiation;
import org.hibernate.query.sqm.tree.select.SqmOrderByClause;
import org.hibernate.query.sqm.tree.select.SqmQueryPart;
import org.hibernate.query.sqm.tree.select.SqmQuerySpec;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;
import org.hibernate.query.sqm.tree.select.SqmSubQuery;
import org.hibernate.query.sqm.tree.update.SqmUpdateStatement;
import org.jspecify.annotations.Nullable;

/**
 * Reads a statement as Hibernate parsed it, and lets through only what is listed here: rows of entities without joins, each confined by its own
 * {@link ScopeCondition}, with plain comparisons and two functions. Whatever else HQL can say, or a later version learns to say, is refused:
 * native SQL by {@code sql()}, joins of any kind, unions, common table expressions, set-returning functions, other functions.
 */
final class ConfinedStatement {
    private static final Set<String> FUNCTIONS = Set.of("count", "locate");

    private final String hql;

    /** The rows read so far, by identity; an inner query may name those of the outer one. */
    private final Set<SqmRoot<?>> confined = Collections.newSetFromMap(new IdentityHashMap<>());

    private ConfinedStatement(String hql) {
        this.hql = hql;
    }

    /** @throws IsolationException when the statement says anything else */
    static void require(SqmStatement<?> statement, String hql) {
        new ConfinedStatement(hql).statement(statement);
    }

    private void statement(SqmStatement<?> statement) {
        if (statement instanceof SqmSelectStatement<?> select) {
            noTableExpressions(select);
            part(select.getQueryPart());
        } else if (statement instanceof SqmUpdateStatement<?> update) {
            noTableExpressions(update);
            rows(List.of(update.getTarget()), update.getWhereClause());
            update.getSetClause().getAssignments().forEach(assignment -> {
                // A column of the row itself: a changed key would move the row to another scope.
                if (assignment.getTargetPath().getLhs() != update.getTarget()
                        || !(assignment.getTargetPath() instanceof SqmBasicValuedSimplePath)) {
                    throw refused(assignment);
                }
                node(assignment.getValue());
            });
        } else if (statement instanceof SqmDeleteStatement<?> delete) {
            noTableExpressions(delete);
            rows(List.of(delete.getTarget()), delete.getWhereClause());
        } else {
            throw refused(statement);
        }
    }

    private void noTableExpressions(SqmCteContainer container) {
        if (!container.getCteStatements().isEmpty()) {
            throw refused(container);
        }
    }

    private void part(SqmQueryPart<?> part) {
        if (!(part instanceof SqmQuerySpec<?> query)) {
            throw refused(part);
        }
        SqmFromClause from = query.getFromClause();
        rows(from == null ? List.of() : from.getRoots(), query.getWhereClause());
        query.getSelectClause().getSelections().forEach(selection -> node(selection.getSelectableNode()));
        query.getGroupByClauseExpressions().forEach(this::node);
        predicate(query.getHavingClausePredicate());
        SqmOrderByClause order = query.getOrderByClause();
        if (order != null) {
            order.getSortSpecifications().forEach(sort -> node(sort.getSortExpression()));
        }
        if (query.getFetchExpression() != null || query.getOffsetExpression() != null) {
            throw refused(query);
        }
    }

    /** At least one row, each of an entity, none joined, and each confined by the conditions that all must hold. */
    private void rows(List<? extends SqmRoot<?>> rows, @Nullable SqmWhereClause where) {
        SqmPredicate condition = where == null ? null : where.getPredicate();
        List<SqmComparisonPredicate> required = new ArrayList<>();
        required(condition, required);
        for (SqmRoot<?> row : rows) {
            boolean outer =
                    row instanceof SqmCorrelatedRoot<?> again && confined.contains(again.getCorrelationParent());
            if (!(outer || row.getClass() == SqmRoot.class) || row.hasJoins() || row.hasTreats()) {
                throw refused(row);
            }
            confined.add(row);
            if (!outer && !ScopeCondition.isIn(required, row)) {
                throw new IsolationException("A statement does not confine the row '" + row.getExplicitAlias()
                        + "' to its scope: " + hql + ". Add own(" + row.getExplicitAlias() + ") to its conditions.");
            }
        }
        if (rows.isEmpty()) {
            throw refused(hql);
        }
        predicate(condition);
    }

    private static void required(@Nullable SqmPredicate condition, List<SqmComparisonPredicate> into) {
        if (condition instanceof SqmGroupedPredicate group) {
            required(group.getSubPredicate(), into);
        } else if (condition instanceof SqmComparisonPredicate comparison) {
            into.add(comparison);
        } else if (condition instanceof SqmJunctionPredicate junction
                && junction.getOperator() == BooleanOperator.AND) {
            junction.getPredicates().forEach(part -> required(part, into));
        }
    }

    private void predicate(@Nullable SqmPredicate predicate) {
        if (predicate instanceof SqmJunctionPredicate junction) {
            junction.getPredicates().forEach(this::predicate);
        } else if (predicate instanceof SqmGroupedPredicate group) {
            predicate(group.getSubPredicate());
        } else if (predicate instanceof SqmNegatedPredicate not) {
            predicate(not.getWrappedPredicate());
        } else if (predicate instanceof SqmComparisonPredicate comparison) {
            node(comparison.getLeftHandExpression());
            node(comparison.getRightHandExpression());
        } else if (predicate instanceof SqmInListPredicate<?> in) {
            node(in.getTestExpression());
            in.getListExpressions().forEach(this::node);
        } else if (predicate instanceof SqmInSubQueryPredicate<?> in) {
            node(in.getTestExpression());
            node(in.getSubQueryExpression());
        } else if (predicate instanceof SqmExistsPredicate exists) {
            node(exists.getExpression());
        } else if (predicate instanceof SqmNullnessPredicate isNull) {
            node(isNull.getExpression());
        } else if (predicate instanceof SqmBetweenPredicate between) {
            node(between.getExpression());
            node(between.getLowerBound());
            node(between.getUpperBound());
        } else if (predicate != null) {
            throw refused(predicate);
        }
    }

    private void node(Object node) {
        if (node instanceof SqmSubQuery<?> query) {
            noTableExpressions(query);
            part(query.getQueryPart());
        } else if (node instanceof SqmFunction<?> function && FUNCTIONS.contains(function.getFunctionName())) {
            function.getArguments().forEach(this::node);
        } else if (node instanceof SqmDistinct<?> distinct) {
            node(distinct.getExpression());
        } else if (node instanceof SqmBinaryArithmetic<?> sum) {
            node(sum.getLeftHandOperand());
            node(sum.getRightHandOperand());
        } else if (node instanceof SqmDynamicInstantiation<?> made) {
            made.getArguments().forEach(argument -> node(argument.getSelectableNode()));
        } else if (!isPlain(node)) {
            throw refused(node);
        }
    }

    private static boolean isPlain(Object node) {
        return node.getClass() == SqmRoot.class
                || node instanceof SqmBasicValuedSimplePath
                || node instanceof SqmEmbeddedValuedSimplePath
                || node instanceof SqmNamedParameter
                || node instanceof SqmLiteral
                || node instanceof SqmStar;
    }

    private IsolationException refused(Object what) {
        return new IsolationException("A statement says more than a session of one scope may ("
                + what.getClass().getSimpleName() + "): " + hql
                + ". Expected entities without joins, plain conditions and the functions " + FUNCTIONS + ".");
    }
}
