import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export interface Column<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand under each other. */
  numeric?: boolean;
  /** What a row is called: on a phone the head of its card. */
  lead?: boolean;
  /** Whether a row has nothing to say here: a phone's card leaves it out. */
  nothing?: (row: Row) => boolean;
}

interface Props<Row> {
  /** What is listed, read aloud. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}

/** What an element is anyway, and ceases to be to some screen readers once it is laid out otherwise. */
const as = (role: string) => ({ role });

/**
 * A dense table; on a phone each row is a card with its columns' names. Roles are written out, since
 * a table that is laid out as blocks is none any more to those who have it read to them.
 */
export function DataTable<Row>({ label, columns, rows, keyOf }: Props<Row>) {
  return (
    <div className="md:overflow-x-auto md:rounded-lg md:border md:border-line md:bg-surface">
      <table {...as("table")} aria-label={label} className="w-full text-sm max-md:block">
        <thead {...as("rowgroup")} className="max-md:sr-only">
          <tr {...as("row")}>
            {columns.map(({ key, label: name, numeric }) => (
              <th
                key={key}
                {...as("columnheader")}
                scope="col"
                className={cn(
                  "border-b border-line px-3 py-2.5 text-left font-medium whitespace-nowrap text-ink-soft first:pl-4 last:pr-4",
                  numeric && "text-right",
                )}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as("rowgroup")} className="max-md:grid max-md:gap-2">
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              {...as("row")}
              className="max-md:grid max-md:gap-1 max-md:rounded-lg max-md:border max-md:border-line max-md:bg-surface max-md:p-4 md:hover:bg-sunken md:[&:not(:last-child)>td]:border-b"
            >
              {columns.map((column) => (
                <td
                  key={column.key}
                  {...as("cell")}
                  className={cn(
                    "border-line max-md:flex max-md:min-w-0 max-md:items-center max-md:justify-between max-md:gap-4 md:px-3 md:py-2 md:align-middle md:first:pl-4 md:last:pr-4",
                    column.numeric && "tabular-nums md:text-right",
                    column.lead && "max-md:pb-1 max-md:text-base",
                    column.nothing?.(row) && "max-md:hidden",
                  )}
                >
                  {!column.lead && (
                    <span aria-hidden className="shrink-0 text-ink-soft md:hidden">
                      {column.label}
                    </span>
                  )}
                  <span className="min-w-0 max-md:text-right max-md:[td:first-child_&]:text-left">
                    {column.cell(row)}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
