/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-private.h"

G_BEGIN_DECLS

enum
{
  ROUTE_STORES,
  ROUTE_SELLER,
  ROUTE_FBA,
  ROUTE_SUBSCRIPTIONS,
  ROUTE_ADVERTISING,
  ROUTE_OTHER,
  ROUTE_SELF_SERVICE,
  ROUTE_SALES_FORCE,
  N_ROUTES
};

enum
{
  CUSTOMER_CONSUMERS,
  CUSTOMER_DEVELOPERS,
  CUSTOMER_ENTERPRISES,
  N_CUSTOMERS
};

/**
 * SoulsRouteClass:
 * @soul: through which node it goes
 * @customer: whom it reaches
 * @name: marked for translation
 * @metric: whose formula explains it
 *
 * A way on which Amazon's goods and services reach a customer.
 */
typedef struct
{
  int soul;
  int customer;
  const char *name;
  SoulsMetric metric;
} SoulsRouteClass;

/* From top to bottom. */
extern const SoulsRouteClass souls_routes[N_ROUTES];

/**
 * SoulsRoutes:
 * @sales: by route, US$ million; each soul's sum to its sales
 * @profit: by route, US$ million; the stores' before overhead, AWS's after all costs
 * @income: by customer: operating income, of the consumers the stores'
 * @printed: @sales as written on the chart, so that they sum
 * @printed_income: @income as written
 * @sales_kind: by route
 * @profit_kind: by route
 * @digits: decimals of what is written
 * @in_billions: whether it is written in billions, else in millions
 *
 * What flows on the ways to the customers in one year.
 */
typedef struct
{
  double sales[N_ROUTES];
  double profit[N_ROUTES];
  double income[N_CUSTOMERS];
  double printed[N_ROUTES];
  double printed_income[N_CUSTOMERS];
  SoulsKind sales_kind[N_ROUTES];
  SoulsKind profit_kind[N_ROUTES];
  int digits;
  gboolean in_billions;
} SoulsRoutes;

gboolean    souls_routes_compute     (SoulsRoutes       *self,
                                      const SoulsDraft  *draft,
                                      SoulsOrigin        origin);
double      souls_routes_margin      (const SoulsRoutes *self,
                                      int                route);
double      souls_routes_reach       (const double       amount[N_ROUTES],
                                      int                customer);
double      souls_routes_through     (const double       amount[N_ROUTES],
                                      int                soul);
SoulsKind   souls_routes_kind        (const SoulsRoutes *self,
                                      int                customer);
const char *souls_customer_name      (int                customer);

/* Its words; all (transfer full) */
char       *souls_routes_say_amount  (const SoulsRoutes *self,
                                      const SoulsWords  *words,
                                      double             million);
char       *souls_routes_finding     (const SoulsRoutes *self,
                                      const SoulsDraft  *draft);
char       *souls_routes_description (const SoulsRoutes *self,
                                      const SoulsDraft  *draft);

G_END_DECLS
