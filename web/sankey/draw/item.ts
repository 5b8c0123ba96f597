// What makes a drawn node or link part of the keyboard walk and of the pointer's reach.

export type ItemProps = {
  readonly 'data-key': string;
  readonly tabIndex: number;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onClick: () => void;
  readonly onDblClick: () => void;
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
};
