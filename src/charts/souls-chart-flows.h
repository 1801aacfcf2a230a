/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-private.h"

G_BEGIN_DECLS

enum
{
  SOUL_STORES,
  SOUL_AWS,
  N_SOULS
};

enum
{
  SIDE_IN,    /* who pays */
  SIDE_OUT,   /* what it costs and what is left */
  N_SIDES
};

enum
{
  FLOW_ONLINE,
  FLOW_PHYSICAL,
  FLOW_SELLERS,
  FLOW_ADVERTISERS,
  FLOW_SUBSCRIBERS,
  FLOW_OTHER,
  FLOW_GOODS,
  FLOW_FULFILLMENT,
  FLOW_SHIPPING,
  FLOW_PRICES,
  FLOW_ADVERTISING,
  FLOW_OVERHEAD,
  FLOW_STORES_INCOME,
  FLOW_AWS_CUSTOMERS,
  FLOW_AWS_INCOME,
  FLOW_AWS_COSTS,
  N_FLOWS
};

/* Where a flow's amount is computed here, not read from a metric. */
#define NO_METRIC ((SoulsMetric) -1)

/**
 * SoulsFlowClass:
 * @soul: which node it enters or leaves
 * @side: where it is while its amount is not below zero
 * @name: marked for translation
 * @loss_name: the label of an amount below zero, or %NULL for @name
 * @metric: what it shows, or %NO_METRIC
 * @color: of its end
 *
 * An amount of money that flows into or out of a soul.
 */
typedef struct
{
  int soul;
  int side;
  const char *name;
  const char *loss_name;
  SoulsMetric metric;
  SoulsColor color;
} SoulsFlowClass;

/* From top to bottom. */
extern const SoulsFlowClass souls_flows[N_FLOWS];

const SoulsCalibration *souls_flow_calibration (const SoulsChartInput *input);
gboolean souls_flow_values (const SoulsDraft *draft, SoulsOrigin origin, double value[N_FLOWS]);
double souls_flow_through (const double value[N_FLOWS], int soul);
char *souls_flow_finding (const SoulsDraft *draft);
char *souls_flow_description (const SoulsDraft *draft);
SoulsKind souls_flow_kind (const SoulsChartInput *input, int flow);

G_END_DECLS
